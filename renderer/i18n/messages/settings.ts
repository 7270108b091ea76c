import { defineMessages } from '../define-messages.ts';

/** The Aa panel. Names of languages stand in their own language. */
export const settings = defineMessages({
  title: { 'zh-Hans': '设置', 'zh-Hant': '設定', en: 'Settings' },
  language: { 'zh-Hans': '界面语言', 'zh-Hant': '介面語言', en: 'Language' },
  languageSystem: { 'zh-Hans': '跟随系统', 'zh-Hant': '跟隨系統', en: 'As the system' },
  theme: { 'zh-Hans': '主题', 'zh-Hant': '主題', en: 'Theme' },
  themeSystem: { 'zh-Hans': '系统', 'zh-Hant': '系統', en: 'System' },
  themeLight: { 'zh-Hans': '纸白', 'zh-Hant': '紙白', en: 'Light' },
  themeSepia: { 'zh-Hans': '米黄', 'zh-Hant': '米黃', en: 'Sepia' },
  themeDark: { 'zh-Hans': '墨黑', 'zh-Hant': '墨黑', en: 'Dark' },
  font: { 'zh-Hans': '字体', 'zh-Hant': '字型', en: 'Font' },
  fontSerif: { 'zh-Hans': '宋体', 'zh-Hant': '明體', en: 'Serif' },
  fontSans: { 'zh-Hans': '黑体', 'zh-Hant': '黑體', en: 'Sans' },
  fontKai: { 'zh-Hans': '楷体', 'zh-Hant': '楷體', en: 'Kai' },
  size: { 'zh-Hans': '字号', 'zh-Hant': '字級', en: 'Size' },
  width: { 'zh-Hans': '每行字数', 'zh-Hant': '每行字數', en: 'Characters a line' },
  lineHeight: { 'zh-Hans': '行距', 'zh-Hant': '行距', en: 'Line height' },
  indent: { 'zh-Hans': '段首缩进两字', 'zh-Hant': '段首縮排兩字', en: 'Indent first lines' },
  punctuation: {
    'zh-Hans': '引号随文字转换（“” ↔ 「」）',
    'zh-Hant': '引號隨文字轉換（“” ↔ 「」）',
    en: 'Quotation marks follow the script (“” ↔ 「」)',
  },
  pixels: {
    'zh-Hans': ({ value }: { readonly value: number }) => `${value} 像素`,
    'zh-Hant': ({ value }: { readonly value: number }) => `${value} 像素`,
    en: ({ value }: { readonly value: number }) => `${value} px`,
  },
  characters: {
    'zh-Hans': ({ value }: { readonly value: number }) => `${value} 字`,
    'zh-Hant': ({ value }: { readonly value: number }) => `${value} 字`,
    en: ({ value }: { readonly value: number }) => `${value}`,
  },
  reset: { 'zh-Hans': '恢复默认版式', 'zh-Hant': '還原預設版式', en: 'Default layout' },
  sectionReading: { 'zh-Hans': '版式', 'zh-Hant': '版式', en: 'Text' },
  sectionInterface: { 'zh-Hans': '界面', 'zh-Hant': '介面', en: 'Interface' },
  dataFolder: { 'zh-Hans': '数据存放位置', 'zh-Hant': '資料存放位置', en: 'Data folder' },
  openDataFolder: { 'zh-Hans': '打开文件夹', 'zh-Hant': '開啟資料夾', en: 'Open folder' },
  version: {
    'zh-Hans': ({ version }: { readonly version: string }) => `朱批 ${version}`,
    'zh-Hant': ({ version }: { readonly version: string }) => `朱批 ${version}`,
    en: ({ version }: { readonly version: string }) => `Zhupi ${version}`,
  },
});
