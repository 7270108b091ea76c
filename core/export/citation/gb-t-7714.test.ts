import { describe, expect, test } from 'vitest';
import { EMPTY_METADATA, type ReportMetadata } from '../../report/report.ts';
import { citedWork } from './cited-work.ts';
import { gbT7714 } from './gb-t-7714.ts';

/**
 * Goldens: metadata, and the entry by either edition. To add one, take a work whose entry is printed in a list that follows
 * the standard, write its fields below and the printed entry beside them; let no entry be written from what the code gives.
 * The first of each group follow examples that the standard's users publish, with other works.
 */
const GOLDENS: readonly (readonly [
  name: string,
  metadata: Partial<ReportMetadata>,
  e2025: string,
  e2015: string,
])[] = [
  [
    'a report with an address',
    {
      title: '第29次中国互联网络发展状况统计报告',
      issuer: '中国互联网络信息中心',
      date: '2012-01-16',
      url: 'http://www.cnnic.net.cn/hlwfzyj/',
    },
    '中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. 2012-01-16. http://www.cnnic.net.cn/hlwfzyj/.',
    '中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2026-11-23]. http://www.cnnic.net.cn/hlwfzyj/.',
  ],
  [
    'a report on paper',
    { title: '政府工作报告', issuer: '国务院', date: '2023' },
    '国务院. 政府工作报告[R]. 2023.',
    '国务院. 政府工作报告[R]. 2023.',
  ],
  [
    'an official document with its number',
    {
      title: '关于转发北京市企业投资项目核准暂行实施办法的通知',
      issuer: '北京市人民政府办公厅',
      documentNumber: '京政办发〔2005〕37号',
      date: '2005-07-12',
      url: 'http://china.findlaw.cn/fagui/p_1/39934.html',
    },
    '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知：京政办发〔2005〕37号[A/OL]. 2005-07-12. http://china.findlaw.cn/fagui/p_1/39934.html.',
    '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发〔2005〕37号[A/OL]. (2005-07-12)[2026-11-23]. http://china.findlaw.cn/fagui/p_1/39934.html.',
  ],
  [
    'a web page',
    {
      title: '“好好干”',
      author: '许振超',
      source: '人民网',
      date: '2025-02-17',
      url: 'https://cpc.people.com.cn/n1',
    },
    '许振超. “好好干”[EB/OL]. （2025-02-17）[2026-11-23]. https://cpc.people.com.cn/n1.',
    '许振超. “好好干”[EB/OL]. (2025-02-17)[2026-11-23]. https://cpc.people.com.cn/n1.',
  ],
  [
    'a web page of which only the address is known',
    { title: '中国国家博物馆', url: 'https://www.chnmuseum.cn/' },
    '中国国家博物馆[EB/OL]. [2026-11-23]. https://www.chnmuseum.cn/.',
    '中国国家博物馆[EB/OL]. [2026-11-23]. https://www.chnmuseum.cn/.',
  ],
  [
    'an article of a newspaper',
    { title: '数字革命与竞争国际化', author: '丁文详', source: '中国青年报', date: '2000-11-20' },
    '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20.',
    '丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20.',
  ],
  [
    'an article of a newspaper with an address',
    {
      title: '我们的科技一直在追赶',
      author: '余建斌',
      source: '人民日报',
      date: '2013-01-12',
      url: 'http://paper.people.com.cn/rmrb/',
    },
    '余建斌. 我们的科技一直在追赶[N/OL]. 人民日报，2013-01-12. http://paper.people.com.cn/rmrb/.',
    '余建斌. 我们的科技一直在追赶[N/OL]. 人民日报, 2013-01-12[2026-11-23]. http://paper.people.com.cn/rmrb/.',
  ],
  [
    'a standard',
    {
      title: '信息与文献 都柏林核心元数据元素集',
      issuer: '全国信息与文献标准化技术委员会',
      documentNumber: 'GB/T 25100—2010',
      date: '2010-09-02',
    },
    'GB/T 25100—2010 信息与文献 都柏林核心元数据元素集[S]. 2010.',
    '全国信息与文献标准化技术委员会. 信息与文献 都柏林核心元数据元素集: GB/T 25100—2010[S]. 2010.',
  ],
  [
    'a law',
    {
      title: '中华人民共和国教育法',
      issuer: '全国人民代表大会',
      date: '2021-04-29',
      url: 'http://www.npc.gov.cn/a',
    },
    '全国人民代表大会. 中华人民共和国教育法[A/OL]. 2021-04-29. http://www.npc.gov.cn/a.',
    '全国人民代表大会. 中华人民共和国教育法[A/OL]. (2021-04-29)[2026-11-23]. http://www.npc.gov.cn/a.',
  ],
  ['a title and nothing else', { title: '教育' }, '教育[R].', '教育[R].'],
];

describe.each(GOLDENS)('%s', (_name, change, e2025, e2015) => {
  const work = citedWork({ ...EMPTY_METADATA, ...change }, '2026-11-23');
  test('by GB/T 7714—2025', () => {
    expect(gbT7714(work, '2025')).toBe(e2025);
  });
  test('by GB/T 7714—2015', () => {
    expect(gbT7714(work, '2015')).toBe(e2015);
  });
});

test('a kind that is given overrules what the fields say, and line ends in a title are blanks', () => {
  const metadata = { ...EMPTY_METADATA, title: '关于\n教育的\t通知', url: 'https://a.cn/b' };
  expect(gbT7714(citedWork(metadata, '', 'web-page'), '2025')).toBe(
    '关于 教育的 通知[EB/OL]. https://a.cn/b.',
  );
});
