import { createUnitFold, type UnitFold } from './unit-fold.ts';

/** What a labelled value on a page says; `none` is of no use to a reader (counters, buttons). */
export type FurnitureField =
  'source' | 'date' | 'author' | 'editor' | 'issuer' | 'documentNumber' | 'url' | 'none';

/** One kind of label of a web page. `weak` ones stand in notices too, so they count only beside other furniture. */
interface FurnitureLabel {
  readonly field: FurnitureField;
  readonly weak: boolean;
}

const strong = (field: FurnitureField): FurnitureLabel => ({ field, weak: false });
const weak = (field: FurnitureField): FurnitureLabel => ({ field, weak: true });

const labels = (words: string, label: FurnitureLabel): readonly (readonly [string, FurnitureLabel])[] =>
  words.split(' ').map((word) => [word, label] as const);

/** Labels in Simplified characters; lines are folded by {@link foldFurniture} before they are compared. */
export const FURNITURE_LABELS: ReadonlyMap<string, FurnitureLabel> = new Map([
  ...['信息来源', '文章来源', '稿件来源', '新闻来源', '来源', '稿源'].map(
    (word) => [word, strong('source')] as const,
  ),
  ...['发布时间', '发布日期', '发表时间', '更新时间', '公开日期'].map(
    (word) => [word, strong('date')] as const,
  ),
  ...['时间', '日期'].map((word) => [word, weak('date')] as const),
  ...['作者', '记者', '通讯员', '撰稿', '供稿'].map((word) => [word, strong('author')] as const),
  ...['责编', '责任编辑', '本文责编', '本期责编', '编辑', '值班编辑', '网络编辑'].map(
    (word) => [word, strong('editor')] as const,
  ),
  ...['发布机构', '发文机关', '发布单位', '制发机关', '公开机关'].map(
    (word) => [word, weak('issuer')] as const,
  ),
  ...['发文字号', '文号'].map((word) => [word, weak('documentNumber')] as const),
  ...['原文链接', '网址'].map((word) => [word, weak('url')] as const),
  ...[
    '浏览次数',
    '浏览量',
    '阅读次数',
    '阅读量',
    '点击数',
    '点击次数',
    '点击量',
    '访问量',
    '分享到',
    '当前位置',
  ].map((word) => [word, strong('none')] as const),
  ...[
    '您的位置',
    '您现在的位置',
    '你的位置',
    '所在位置',
    '索引号',
    '摄影',
    '审核',
    '校对',
    '审稿',
    '监制',
  ].map((word) => [word, strong('none')] as const),
  ...['分享', '相关报道', '相关文档', '相关新闻', '相关阅读'].map((word) => [word, strong('none')] as const),
  ...['字号', '字体', '浏览', '阅读', '点击', '标签'].map((word) => [word, weak('none')] as const),
  ...labels(
    '您当前的位置 您所在的位置 您现在所在的位置 当前所在位置 当前的位置 现在位置 上一篇 下一篇 上一条 下一条 前一篇 后一篇 ' +
      '版权所有 备案号 ICP备案编号 ICP备案号 ICP备案序号 备案序号 网站标识码 技术支持 视力保护色 保护视力色 主题分类 公开方式 ' +
      '公开形式 组配分类 体裁分类 信息分类 附件下载 相关附件 相关链接 初审 复审 终审 一审 二审 三审',
    strong('none'),
  ),
  ...labels('成文日期 发文日期 印发日期 生成日期 公布日期', strong('date')),
  ...labels('发文单位 发布机关', weak('issuer')),
  ...labels('公文文号', weak('documentNumber')),
  ...labels('链接 原文网址', weak('url')),
  ...labels(
    '内容概述 主办单位 承办单位 主办 承办 协办 地址 电话 联系电话 邮编 邮政编码 传真 邮箱 电子邮箱 标题 名称 信息名称 主题词 有效性 时效性 ' +
      '浏览字号 字体大小 文字 图片 图文 原标题 分类 公开范围 公开类别 公开主体 服务对象 文件状态 实施日期 生效日期 失效日期 废止日期',
    weak('none'),
  ),
  ...labels(
    '访问次数 阅读数 阅览次数 浏览数 浏览人次 浏览人数 点阅数 点阅次数 人气 参与评论 信息索引 信息类别 打印时间 文章关键词 关联阅读 推荐阅读 ' +
      '最近修订日期 最后修订日期 最后更新日期 最后更新时间 最后更新 最新更新日期 上一篇文章 下一篇文章 阅读下一篇 发布人 发布者 录入 录入者 录入人 编审 审核人 值班主任 值班总编',
    strong('none'),
  ),
  ...labels('信息时间 发稿时间 上载日期 上网日期 上版日期 张贴日期 更新日期', strong('date')),
  ...labels('文章来自 本文来源 信息来自', strong('source')),
  ...labels('文章作者', strong('author')),
  ...labels('资料来源', weak('source')),
  ...labels('发文机构 发布部门 制定机关', weak('issuer')),
  ...labels('文件编号 发文文号', weak('documentNumber')),
]);

/** Buttons that are nothing else, even alone on their line. */
export const CERTAIN_BUTTONS: ReadonlySet<string> = new Set(
  (
    '返回顶部 关闭窗口 关闭本页 关闭页面 打印本页 打印页面 我要纠错 网站纠错 政府网站找错 网站地图 关于我们 联系我们 站点地图 隐私声明 网站声明 ' +
    '版权声明 免责声明 加入收藏 收藏本页 设为首页 无障碍阅读 无障碍浏览 返回首页 回到顶部 分享到微信 手机版 电脑版 相关链接 友情链接 ' +
    '列印 列印本页 友善列印 转寄友人 回页首 回上页 回首页 点击下载附件 适老化 长者模式 长者版 关怀版 智能问答 网站支持IPv6 本网站支持IPv6 本站支持IPv6 ' +
    '打印此文 打印本文 打印此页 打印文章 打印正文 打印全文 我要打印 关闭此页 收藏此页 收藏此文 我要收藏 分享本页 分享此页 推荐给好友 发送给好友 复制链接 ' +
    '返回列表 返回目录 返回上一页 返回上一级 回上一页 返回页顶 转存PDF 网站导览 回列表 我要反馈 我要评论 分享让更多人看到 ' +
    '跳到主要内容 跳到主要内容区块 跳至主要内容 跳至内容 移至主内容 小字号 大字号 字号变大 字号变小 列印版 重要告示 私隐政策 隐私政策 新闻资料库 返回新闻列表 寄给朋友 ' +
    '返回页首 分享至Facebook 分享至Line 分享至LINE 分享至Twitter 隐私权及安全政策 查看我的收藏 有用+1 上传视频'
  ).split(' '),
);

/** Whole lines (or words of a line) that are buttons and links, in Simplified characters. */
export const FURNITURE_BUTTONS: ReadonlySet<string> = new Set([
  ...[
    '打印',
    '打印本页',
    '打印页面',
    '关闭',
    '关闭窗口',
    '关闭本页',
    '下载',
    '全屏',
    '收藏',
    '收藏本页',
    '返回',
    '返回顶部',
  ],
  ...[
    '加大',
    '还原',
    '减小',
    '大',
    '中',
    '小',
    '首页',
    '网站首页',
    '移动门户',
    '无障碍',
    '无障碍阅读',
    '分享',
    '分享到',
    '分享到微信',
  ],
  ...[
    '手机版',
    '电脑版',
    '上一篇',
    '下一篇',
    '设为首页',
    '加入收藏',
    '登录',
    '注册',
    '返回首页',
    '字体',
    '繁体',
    '简体',
  ],
  ...[
    'TOP',
    'Top',
    'T',
    '纠错',
    '微信',
    '微博',
    'QQ空间',
    '新浪微博',
    '朋友圈',
    '繁體',
    '導出',
    '导出',
    '下载本页',
    '默认',
    '特大',
    '超大',
  ],
  ...(
    '留言 评论 点赞 在看 赞 举报 播报 腾讯微博 QQ QQ好友 空间 Facebook Twitter LINE Line WeChat EMAIL PDF A A+ A- 上一页 下一页 上一章 下一章 ' +
    '末页 尾页 保存 转发 复制 上一条 下一条 站内搜索 新浪 人民微博 【纠错】 English EN 登陆 退出 网站声明 广告服务 帮助 搜索 返回上页 知道了 使用完整服务 发表评论 附件下载 昨日新闻 讨论'
  ).split(' '),
  ...CERTAIN_BUTTONS,
]);

/** Beginnings of lines that invite to scan, share or print: certain by themselves. */
export const FURNITURE_OPENINGS: readonly string[] = [
  '扫码关注',
  '扫一扫',
  '扫描二维码',
  '打印本页',
  '【字号',
  '【字体',
  '点击图片进入',
  '微信扫一扫',
  '用手机扫',
  '手机扫一扫',
  '手机扫描',
  '用微信扫',
  '建议使用IE',
  '长按识别',
  '长按二维码',
  '识别二维码',
  '点击上方蓝字',
  '点击蓝字',
  '点击阅读原文',
  '戳阅读原文',
  '点个在看',
  '点个“在看”',
  '点亮“在看”',
  '点亮在看',
  '写下你的留言',
  '预览时标签不可点',
  '关注该公众号',
  '继续滑动看下一个',
  '轻触阅读原文',
  '收录于合集',
  '点击播报本文',
];

/** Traditional characters of this vocabulary and their Simplified forms, one to one, so that offsets stay. */
const VARIANTS = [
  '來来發发佈布時时間间瀏浏覽览數数責责編编輯辑記记訊讯員员攝摄審审閱阅讀读點点擊击號号體体減减還还載载頁页當当關关閉闭',
  '掃扫碼码動动門门戶户窗窗導导機机構构開开報报聞闻單单圖图縮缩標标籤签錄录轉转無无障障礙碍註注冊册訪访問问監监製制',
  '鏈链結结現现級级網网絡络繁繁簡简維维進进書书寫写稱称位位參参與与稿稿複复雙双軍军線线語语頻频張张貼贴資资內内區区塊块給给讓让聯联幫帮隱隐權权庫库檢检聲声訂订後后',
  '別别節节歷历詞词彙汇規规綜综詢询條条約约協协議议兩两務务織织專专題题領领黨党園园態态辦办眾众徵征見见據据統统計计',
];

/** The text with the vocabulary's Traditional characters made Simplified; as long as before. */
export const foldFurniture: UnitFold = createUnitFold(VARIANTS.join(''));
