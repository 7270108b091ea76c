export { loadConverter, type ConvertedText, type Converter, type ConverterOptions } from './converter.ts';
export { loadScriptDetector, type ScriptDetector } from './detect.ts';
export { isWordUnit, loadFolder, type FoldedText, type Folder, type FolderOptions } from './fold.ts';
export { FOLD_BREAK } from './fold-marks.ts';
export { buildView, convertBlock, convertBlocks, type ConvertedBlock, type View } from './view.ts';
