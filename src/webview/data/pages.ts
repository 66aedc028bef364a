import { dataWords } from '../../shared/dataWords.js';
import { createColumnsPage } from './columns/columnsPage.js';
import type { PageRow } from './page.js';
import { createSqlPage } from './sql/sqlPage.js';
import { createTablePage } from './table/tablePage.js';
import { createTargetPage } from './target/targetPage.js';

/** The pages of a data file, in the order of their tabs: to add one, add its row. */
export const pages: readonly PageRow[] = [
  { tab: 'table', title: dataWords.tabTable, create: createTablePage },
  { tab: 'columns', title: dataWords.tabColumns, create: createColumnsPage },
  { tab: 'target', title: dataWords.tabTarget, create: createTargetPage },
  { tab: 'sql', title: dataWords.tabSql, create: createSqlPage },
];
