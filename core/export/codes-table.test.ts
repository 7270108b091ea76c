import { expect, test } from 'vitest';
import { writeCodesTable } from './codes-table.ts';

test('a row a report, a column a code, sums at both ends; a name that is a formula is guarded', () => {
  const matrix = {
    columns: ['red', 'c1'],
    rows: [{ reportId: 'r1', counts: [2, 0], total: 2 }],
    totals: [2, 0],
    total: 2,
  };
  const table = writeCodesTable(
    matrix,
    (code) => (code === 'red' ? '目标' : '=1+1'),
    (id) => (id === 'r1' ? { title: '规划,纲要', date: '2024' } : undefined),
  );
  expect(table).toBe(
    '\uFEFFreport_id,title,date,目标,\'=1+1,total\r\nr1,"规划,纲要",2024,2,0,2\r\ntotal,,,2,0,2\r\n',
  );
});
