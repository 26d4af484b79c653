export { AttachPaper } from './commands.ts';
export type { PaperData, PaperEvent } from './events.ts';
export { attachPaper, foldPapers, paperName, PAPERS, paperStream, type Papers } from './paper.ts';
