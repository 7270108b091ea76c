import { loadConverter, buildView } from '#core/script/index.ts';
import type { ViewScript } from '#core/report/script.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import { compose } from '#core/text/compose-maps.ts';
import { identityMap, spanTuples } from '#core/text/offset-map.ts';
import { shownReadingOf } from '#core/text/reading.ts';
import { optionsOf } from '#services/script/script-rules.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';
import { linesAsBlocks } from '../lines-as-blocks.ts';

/** `zhupi show REPORT` */
export const showCommand: Command = {
  name: 'show',
  summary: 'print the reading text of a report',
  usage: 'REPORT',
  example: 'zhupi show p-zhupi-readers-guide --script tw',
  needs: ['REPORT'],
  most: 1,
  options: {
    script: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'show it in this script' },
    layer: { kind: 'value', value: 'LAYER', allowed: ['source', 'reading'], help: 'the text to show' },
    punctuation: { kind: 'flag', help: 'let quotation marks follow the script' },
  },
  run: async ({ library, positionals, option, flag, json, answer, io }) => {
    const opened = await library();
    const { reportId } = await findReport(opened, positionals[0] ?? '');
    const content = await opened.openReport({ reportId });
    const { source, summary } = content;
    const script = (option('script') ?? 'source') as ViewScript;
    const layer = option('layer') ?? 'reading';
    const base =
      layer === 'source'
        ? { text: source, map: identityMap(source.length), blocks: linesAsBlocks(source) }
        : shownReadingOf(content);
    const converter = await loadConverter(summary.script, script, {
      punctuation: flag('punctuation'),
      ...optionsOf(await opened.scriptRules({}), reportId),
    });
    const view = buildView(base, converter);
    if (json) {
      answer({ reportId, script, layer, text: view.text, spans: spanTuples(compose(base.map, view.map)) });
    } else {
      io.write(view.text.endsWith('\n') ? view.text : `${view.text}\n`);
    }
    return 0;
  },
};
