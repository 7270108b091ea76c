export { readerKeys } from './key-help.ts';
export { ReaderPane } from './ReaderPane.tsx';
export { ScriptSwitch } from './ScriptSwitch.tsx';
