import { createFakeClient } from './fake-client.ts';
import type { FakeClient } from './fake-client.ts';
import { fakeReport } from './fake-reports.ts';

const PARAGRAPHS = [
  '本页只在开发时出现，文字是为查看版面写的，并非任何文件的内容。',
  '一、总体情况。全县现有小学四十二所、初中九所，在校学生两万一千余人。今年新建校舍三处，改造食堂七处，乡村教师宿舍全部通了热水。',
  '二、主要措施。每个镇设一名督学，每月到校两次；教师轮岗满三年的，评职称时优先考虑。“课后服务”延长到下午六时，费用由县财政承担一半。',
  '三、存在的问题。山区学校音乐、美术教师仍缺三十八人；部分教学点冬季取暖费不足；家长最关心的是上学路上的安全。',
  '四、下一步安排。到2027年，寄宿制学校全部配备校医；到2030年，每所小学都有自己的图书馆，藏书不少于每生三十册。',
];

const TITLES: readonly (readonly [title: string, issuer: string, region: string, date: string])[] = [
  ['青石县教育工作年度报告', '青石县教育局', '青石县', '2025-01-15'],
  ['关于加强乡村学校食堂管理的通知', '云溪市人民政府办公室', '云溪市', '2024-09-02'],
  ['云溪市义务教育优质均衡发展三年规划（2024—2026年）', '云溪市教育局', '云溪市', '2024-03'],
  ['职业教育与本地产业对接情况调研', '', '白河区', '2023-11-20'],
];

/** A small library that exists in memory only, for looking at the interface in a plain browser. */
export function createDevelopmentClient(): FakeClient {
  const reports = TITLES.map(([title, issuer, region, date], index) => {
    const text = [title, ...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS].join('\n');
    const summary = {
      reportId: `r-development-${index}`,
      title,
      issuer,
      region,
      date,
      importedAt: index + 1,
    };
    return fakeReport(summary, text);
  });
  const guide = fakeReport(
    {
      reportId: 'p-development-guide',
      title: '閱讀指引',
      script: 'Hant',
      origin: 'pack',
      importedAt: 0,
      date: '2025',
    },
    '閱讀指引\n這是資料包裡的一份報告，用來查看繁體文字的版面。',
  );
  const client = createFakeClient({
    reports: [...reports, guide],
    packs: [{ packId: 'development', title: '示例资料包', version: '1.0.0', reports: 1, bundled: true }],
    app: { systemLanguage: new URLSearchParams(location.search).get('lang') ?? navigator.language },
  });
  setTimeout(() => client.fake.sendPacksState({ state: 'ready' }), 300);
  return client;
}
