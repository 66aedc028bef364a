import { dataWords } from '../../shared/dataWords.js';
import { findingLabels, splitLabels } from '../../shared/findingWords.js';
import { createColumnsPage } from './columns/columnsPage.js';
import { createFindingsPage } from './findings/findingsPage.js';
import type { PageRow } from './page.js';
import { createSplitPage } from './split/splitPage.js';
import { projectionWords } from '../../shared/projectionWords.js';
import { createProjectionPage } from './projection/projectionPage.js';
import { createSqlPage } from './sql/sqlPage.js';
import { createTablePage } from './table/tablePage.js';
import { createTargetPage } from './target/targetPage.js';

/** The pages of a data file, in the order of their tabs: to add one, add its row. */
export const pages: readonly PageRow[] = [
  { tab: 'table', title: dataWords.tabTable, create: createTablePage },
  { tab: 'columns', title: dataWords.tabColumns, create: createColumnsPage },
  { tab: 'target', title: dataWords.tabTarget, create: createTargetPage },
  { tab: 'findings', title: findingLabels.tabFindings, create: createFindingsPage },
  { tab: 'split', title: splitLabels.tabSplit, create: createSplitPage },
  { tab: 'projection', title: projectionWords.tab, create: createProjectionPage },
  { tab: 'sql', title: dataWords.tabSql, create: createSqlPage },
];
