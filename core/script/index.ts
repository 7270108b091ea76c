export { loadConverter, type Converter, type ConverterOptions } from './converter.ts';
export { loadScriptDetector } from './detect.ts';
export { loadDoubtfulFinder, type DoubtfulSpot, type SpotPhrase } from './doubtful.ts';
export { isWordUnit, loadFolder, type FoldedText, type Folder } from './fold.ts';
export { FOLD_BREAK } from './fold-marks.ts';
export { buildView, convertBlocks, type View } from './view.ts';
