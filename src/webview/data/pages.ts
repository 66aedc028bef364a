import { dataWords } from '../../shared/dataWords.js';
import type { PageRow } from './page.js';
import { createTablePage } from './table/tablePage.js';

/** The pages of a data file, in the order of their tabs: to add one, add its row. */
export const pages: readonly PageRow[] = [
  { tab: 'table', title: dataWords.tabTable, create: createTablePage },
];
