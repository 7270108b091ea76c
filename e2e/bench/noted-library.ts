import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { longReport } from '../samples.ts';
import { importFolder, madeOnce } from './made-once.ts';
import { sampleLines, textOfLength } from './sample-texts.ts';

const REPORTS = 250;
const CODES = ['yellow', 'red', 'green', 'blue', 'purple'] as const;
const TAGS = ['目标', '措施', '数据', '责任主体', '待核', '新提法'] as const;
const WORDS = ['与去年相同', '三年目标，要核对', '谁来落实？', '', '', '数字和公报不一致'] as const;

/** A data folder with notes of all codes on {@link REPORTS} reports. */
export function notedLibrary(notes: number): string {
  return madeOnce(`notes-${String(notes)}`, `${notes.toLocaleString('en')} notes`, (files, data) => {
    for (let number = 0; number < REPORTS; number += 1) {
      const [title = '', ...lines] = longReport(20 + (number % 7)).split('\n');
      const text = [
        `${title}（${String(number)}）`,
        ...lines.map((line) => line.replace('。', `，第${String(number)}號。`)),
      ];
      writeFileSync(path.join(files, `${String(number)}.txt`), text.join('\n'));
    }
    importFolder(data, files);
    addNotes(path.join(data, 'zhupi.db'), notes);
  });
}

/** Two reports of 20,000 characters: one has all the notes, the other none. */
export const CROWDED = { title: '批注很多的报告', twin: '没有批注的报告', length: 20_000 } as const;

/** A data folder with both. */
export function crowdedLibrary(notes: number): string {
  return madeOnce(
    `crowded-${String(notes)}`,
    `one report with ${notes.toLocaleString('en')} notes`,
    (files, data) => {
      for (const title of [CROWDED.title, CROWDED.twin]) {
        writeFileSync(path.join(files, `${title}.txt`), textOfLength(sampleLines(), title, CROWDED.length));
      }
      importFolder(data, files);
      addNotes(path.join(data, 'zhupi.db'), notes, CROWDED.title);
    },
  );
}

interface StoredText {
  readonly id: string;
  readonly hash: string;
  readonly source: Uint8Array;
}

/** Writes the rows themselves: as many calls of the program would take many minutes. Only to texts that begin so. */
function addNotes(file: string, notes: number, beginning = ''): void {
  const database = new DatabaseSync(file);
  const all = database
    .prepare('SELECT report_id AS id, source_hash AS hash, source FROM source_version')
    .all() as unknown as readonly StoredText[];
  const texts = all.filter(({ source }) => Buffer.from(source).toString('utf8').startsWith(beginning));
  const insert = database.prepare(
    `INSERT INTO annotation (id, report_id, schema_version, kind, code, start, "end", source_hash, state, tags,
       created_at, updated_at, revision, prefix, suffix, exact, note)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'exact', ?, ?, ?, 1, ?, ?, ?, ?)`,
  );
  const addTag = database.prepare('INSERT OR IGNORE INTO tag (fold, name) VALUES (?, ?)');
  const useTag = database.prepare('INSERT OR IGNORE INTO tag_use (annotation_id, fold) VALUES (?, ?)');
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
  database.exec('BEGIN');
  for (const tag of TAGS) addTag.run(bytes(tag), bytes(tag));
  for (let number = 0; number < notes; number += 1) {
    const { id, hash, source } = texts[number % texts.length] as StoredText;
    const text = Buffer.from(source).toString('utf8');
    const start = 12 + ((number * 37) % (text.length - 60));
    const end = start + 4 + (number % 26);
    const noteId = `n${number.toString(36).padStart(16, '0')}`;
    const tag = TAGS[(number * 7) % 11];
    const time = 1_700_000_000_000 + number * 1000;
    insert.run(
      ...[
        noteId,
        id,
        number % 9 === 0 ? 'underline' : 'highlight',
        CODES[number % 5] ?? 'yellow',
        start,
        end,
        hash,
      ],
      ...[JSON.stringify(tag === undefined ? [] : [tag]), time, time],
      ...[
        bytes(text.slice(start - 12, start)),
        bytes(text.slice(end, end + 32)),
        bytes(text.slice(start, end)),
      ],
      bytes(WORDS[number % WORDS.length] ?? ''),
    );
    if (tag !== undefined) useTag.run(noteId, bytes(tag));
  }
  database.exec('COMMIT');
  database.close();
}
