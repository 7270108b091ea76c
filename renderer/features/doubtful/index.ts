export { DoubtfulChoice } from './DoubtfulChoice.tsx';
export { DoubtfulSwitch } from './DoubtfulSwitch.tsx';
export { ScriptRulesLines } from './ScriptRulesLines.tsx';
