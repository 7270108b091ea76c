/*
 * For whom a report speaks, by its first sentences: 我代表…向大会作报告 of a report to a congress, …茲鄭重聲明 of a statement.
 */
import { plainOrgan } from './adopted-by.ts';

const HEAD_LINES = 14;
const LONGEST_LEAD = 300;
/** 现在，我代表中国共产党第十一届中央委员会，向…作报告. */
const REPRESENTS =
  /我(?:[谨謹])?代表((?:(?:中国共产党|中國共產黨)?第?\p{Script=Han}{0,24}?)(?:委[员員][会會]|政府|国务院|國務院|法院|[检檢]察院))[，,]?\s*(?:[向作]|[报報]告)/u;
/** 受国务院委托，现将…提请审议; 我受十二届中央委员会委托. */
const ENTRUSTED = /受(\p{Script=Han}{2,24}?(?:委[员員][会會]|政府|国务院|國務院))(?:的)?委[托託]/u;
/** 中華民國外交部茲鄭重聲明：, 外交部對於…，特發表聲明如下：. */
const DECLARES =
  /^((?:中華民國(?:（[台臺]灣）)?|中华人民共和国)?\p{Script=Han}{2,10}?(?:部|院|府|委[员員][会會]|[办辦]公室))[茲兹]?(?:[鄭郑嚴严][重正])?[声聲]明|^((?:中華民國(?:（[台臺]灣）)?|中华人民共和国)?\p{Script=Han}{2,10}?(?:部|院|府|委[员員][会會]|[办辦]公室))[对對][於于]?[^。]{2,80}?[声聲]明(?:如[下后後次])?\s*[：:︰]/u;
/** Which one of the region's organs, without the region. */
const RELATIVE = /^(?:[省市县縣州区區本]|自治[区區州])/u;
const CENTRAL = /^(?:第?\p{Script=Han}{1,3}[届屆])?中央委[员員][会會]$/u;

/** The organ, empty when no sentence of the beginning says one. */
export function spokenFor(lines: readonly string[]): string {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const lead = line.trim().slice(0, LONGEST_LEAD);
    const [organ = '', party = ''] = [REPRESENTS.exec(lead)?.[1] ?? ENTRUSTED.exec(lead)?.[1], partyOf(line)];
    if (CENTRAL.test(organ)) return party + organ;
    if (organ !== '' && !RELATIVE.test(organ)) return keepTerm(organ);
    const declares = DECLARES.exec(lead.replace(/^(?:第\s*[\d０-９]+\s*[号號]\s+)?/u, ''));
    if (declares !== null) return plainOrgan(declares[1] ?? declares[2] ?? '');
  }
  return '';
}

/** A central committee is the Party's, in the script of the sentence. */
function partyOf(line: string): string {
  return /[會黨國員]/u.test(line) ? '中國共產黨' : '中国共产党';
}

/** The Party's committees are told apart by their term. */
function keepTerm(organ: string): string {
  return /^(?:中国共产党|中國共產黨)/u.test(organ) ? organ : plainOrgan(organ);
}
