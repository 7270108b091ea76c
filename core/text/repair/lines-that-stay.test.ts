import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { hardLineBreaks } from './hard-line-breaks.ts';

const joins = (text: string) => hardLineBreaks.find(text, { format: 'txt', isTraditionalForm: () => false });

/** Lines of nearly one width that no width has made. */
describe('lines of a list, a table or a song are never joined', () => {
  test.each([
    [
      'offices',
      [
        '青岭市第一人民医院感染性疾病科',
        '青岭市公安局交通警察支队一大队',
        '青岭市人力资源和社会保障局就业科',
        '长河县青岭镇人民政府社会事务办公室',
        '云台区市政设施维护管理处道路班',
        '中国移动青岭分公司网络优化中心',
        '青岭市邮政管理局快递业务监管科',
      ],
    ],
    [
      'addresses',
      [
        '青岭市云台区人民路128号行政中心3楼',
        '青岭市云台区解放大道56号政务大厅',
        '长河县城关镇建设北路19号县政府西侧',
        '长河县青岭镇振兴街7号便民中心一楼',
        '青岭市高新区科技二路88号创业大厦A座',
        '青岭市高新区云谷大道1号综合服务中心',
        '青岭市开发区滨河南路33号管委会东楼',
      ],
    ],
    [
      'an agenda',
      [
        '上午9:00—9:20 市教育局局长作工作报告',
        '上午9:20—9:40 长河县县长作交流发言',
        '上午9:40—10:00 云台区教育局长交流发言',
        '上午10:00—10:20 市第一中学校长交流发言',
        '上午10:20—10:40 市政府与各县区签责任书',
        '上午10:40—11:10 市政府主要领导讲话',
        '下午2:30—4:30 与会人员现场观摩',
      ],
    ],
    [
      'a ballad',
      [
        '打竹板，响连声，听我把新农村夸一通，',
        '说青岭，道青岭，青岭的变化可真不轻，',
        '从前走的泥巴路，如今修的柏油路平整，',
        '从前住的土坯房，如今楼房一层又一层，',
        '通了电来通了水，家家户户有了太阳能，',
        '娃娃上学有校车，老人看病有医保相迎，',
        '合作社里分红利，男女老少个个笑盈盈，',
        '要问幸福哪里来，党的政策就是那明灯！',
      ],
    ],
    [
      'a song',
      [
        '在那高高的青岭脚下流淌着长河的水',
        '在那弯弯的长河岸边住着我们的乡亲',
        '春天的风儿吹过田野吹绿了万顷的秧苗',
        '秋天的雨儿落在山岗染红了漫山的枫林',
        '啊青岭啊青岭你是我们可爱的家乡',
        '啊长河啊长河你是我们永远的母亲',
        '在那长长的长河岸边响起了上学的钟声',
      ],
    ],
    [
      'a table',
      [
        '序号 项目名称 责任单位 完成时限',
        '1 青岭高铁站配套工程 市交通局 2019年10月',
        '2 第三人民医院迁建 市卫健委 2019年12月',
        '3 老旧小区改造工程 市住建局 2019年11月',
        '4 智慧停车平台建设 市城管局 2019年9月',
        '5 市民活动中心改造 市文旅局 2019年8月',
        '注：本表中数据均为初步统计数。',
      ],
    ],
    [
      'names',
      [
        '（共32名）',
        '张建国  李秀英（女）  王志强  赵启明  陈 静（女）',
        '刘德富  杨  洋  黄家驹  周正平  吴桂兰（女）',
        '徐  明  孙立平  马国庆（回族）  朱红梅（女）',
        '胡锦程  郭 涛  林文雄  何晓红（女）  高 峰',
        '罗志祥  郑 爽（女）  梁朝伟  谢 军  宋丹（女）',
        '唐国强  韩红（女，藏族）  冯小刚  于 洋',
      ],
    ],
  ])('%s', (_name, lines) => {
    expect(joins(`青岭市有关材料\n${lines.join('\n')}\n`)).toEqual([]);
  });

  const wrapped = [
    '青岭市教育局要求，八月底以前各县区把校舍',
    '检查一遍，发现危房立即停用，并且报告市政',
    '府。各学校要建立台账，明确责任人员，做到',
    '一校一册。对工作不力、造成事故的单位和个',
    '人，依法追究责任，决不姑息迁就。有关先进',
    '典型要及时总结推广，形成比学赶超的氛围。',
  ];

  test('rows between wrapped lines stay as they are', () => {
    const rows = ['校名 班级数 学生数 教师数', '城关小学 二十四 一千一百 六十二'];
    const page = [...wrapped, ...rows, ...wrapped].join('\n');
    for (const { start, end } of joins(page)) {
      expect(page.slice(start - 8, end + 8)).not.toMatch(/校名|六十二/u);
    }
  });

  test('full lines without any mark between wrapped ones are only offered', () => {
    const list = [
      '青岭市云台区第三实验小学语文教研组全体',
      '青岭市长河县教育局基础教育科全体工作者',
      '特此表彰',
    ];
    const page = [...wrapped, ...list, ...wrapped].join('\n');
    const around = joins(page).filter(({ start }) => page.slice(start - 2, start) === '全体');
    expect(around.map(({ applied }) => applied)).toEqual([false]);
  });

  test('what stands in from the left as a whole is joined as any other', () => {
    const [first = '', ...rest] = wrapped.slice(0, 5).map((line) => `   ${line}`);
    const paragraph = [`  ${first}`, ...rest, '   校长负责。'].join('\n');
    const found = joins(`${paragraph}\n${paragraph}`);
    expect(found.map(({ before, after, applied }) => [before, after, applied])).toEqual(
      found.map(() => ['\n   ', '', true]),
    );
    expect(found.length).toBe(10);
  });

  test('lines that hang below a label are joined where the page does so throughout', () => {
    const point =
      '一、各县区在八月底以前要把校舍检查一遍，发\n    现危房立即停用，并且报告市政府，做\n    到一校一册。';
    const page = [...wrapped, point, point, point, ...wrapped].join('\n');
    expect(applyEdits(page, joins(page)).text).toContain(point.replaceAll(/\n */gu, ''));
    const once = [...wrapped, point, ...wrapped].join('\n');
    expect(applyEdits(once, joins(once)).text).toContain('发\n    现');
  });
});
