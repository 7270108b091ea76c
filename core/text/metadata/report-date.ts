const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const NUMBERED =
  /(?<!\d)((?:19|20)\d{2})(?:(\d{2})(\d{2})(?!\d)|[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2})(?!\d))?)/u;
const YEAR_ONLY = /^((?:19|20)\d{2})年(?!\s*\d)/u;
const WRITTEN =
  /([一二][〇零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u;

/** 二十三 as 23; only up to 39. */
function smallNumber(written: string): number {
  const [tens, units] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = tens === '' ? 1 : (DIGITS[tens ?? ''] ?? 0);
  return ten * 10 + (units === undefined || units === '' ? 0 : (DIGITS[units] ?? 0));
}

function isoDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (month < 1 || month > 12) return '';
  if (day === 0) return `${year}-${two(month)}`;
  return day <= 31 ? `${year}-${two(month)}-${two(day)}` : '';
}

/**
 * The first date in a text as ISO 8601, or its beginning when it names only year and month (2023-07); empty when there is
 * none. Knows 2023-07-18, 2023/7/18, 2023年7月18日, 20230718, full-width digits and 二〇二三年七月十八日.
 */
export function dateIn(text: string): string {
  const plain = text.normalize('NFKC');
  const numbered = NUMBERED.exec(plain);
  if (numbered !== null) {
    const [, year, compactMonth, compactDay, month, day] = numbered;
    return isoDate(Number(year), Number(compactMonth ?? month), Number(compactDay ?? day ?? 0));
  }
  const written = WRITTEN.exec(text);
  if (written === null) return '';
  const year = [...(written[1] ?? '')].reduce((sum, digit) => sum * 10 + (DIGITS[digit] ?? 0), 0);
  return isoDate(year, smallNumber(written[2] ?? ''), smallNumber(written[3] ?? ''));
}

/** Only dates with a day: what a sentence says happened in a month dates no report. */
function dayIn(text: string): string {
  const date = dateIn(text);
  return date.length === 10 ? date : '';
}

/** Lines that stand for a date by themselves: a signature's, a stamp's, (2023年7月18日). */
const DATE_LINE = /^[（(]?[\d０-９〇零一二三四五六七八九十年月日/.:：\-\s]{6,24}[）)]?$/u;
/** Lines below a title that tell when it was spoken, passed or changed last. */
const EVENT_LINE =
  /^[—―－-]*[（(]?\s*[\d０-９]{4}\s*年.{4,80}(?:上|通过|通過|批准|修正|修订|修訂|公布|发布|發布)[）)]?\s*$/u;
const CHANGE_LABEL = /^(?:最新異動日期|修正日期|公[布發发]日期)\s*[:：]/u;
const HEAD_LINES = 14;
const TAIL_LINES = 4;
const LEAD = 200;

/**
 * When a report was made, from its lines (furniture included): a labelled date, the last event below the title, a date on
 * a line of its own, a full date in the first sentences, the year that the title begins with. Empty when unknown.
 */
export function reportDate(labelled: readonly string[], lines: readonly string[], title: string): string {
  for (const value of labelled) {
    const date = dateIn(value);
    if (date !== '') return date;
  }
  const head = lines.slice(0, HEAD_LINES).map((line) => line.trim());
  const changed = head.find((line) => CHANGE_LABEL.test(line));
  if (changed !== undefined && dayIn(changed) !== '') return dayIn(changed);
  const alone = [
    ...head.slice(0, 6),
    ...lines
      .slice(-TAIL_LINES)
      .map((line) => line.trim())
      .toReversed(),
  ];
  const stamp = alone.find((line) => DATE_LINE.test(line) && dayIn(line) !== '');
  if (stamp !== undefined) return dayIn(stamp);
  const event = head.findLast((line) => EVENT_LINE.test(line) && dayIn(line) !== '');
  if (event !== undefined) return dayIn(event);
  const lead = dayIn(lines.join('\n').slice(0, LEAD));
  if (lead !== '') return lead;
  return YEAR_ONLY.exec(title.normalize('NFKC'))?.[1] ?? '';
}
