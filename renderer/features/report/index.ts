export { ReportDialogs } from './ReportDialogs.tsx';
export { ReportMenu } from './ReportMenu.tsx';
