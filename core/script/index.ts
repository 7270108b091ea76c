export { loadConverter, type ConvertedText, type Converter, type ConverterOptions } from './converter.ts';
export { buildView, convertBlock, convertBlocks, type ConvertedBlock, type View } from './view.ts';
