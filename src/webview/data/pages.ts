import { dataWords } from '../../shared/dataWords.js';
import { findingLabels, splitLabels } from '../../shared/findingWords.js';
import { projectionWords } from '../../shared/projectionWords.js';
import { ColumnsPage } from './columns/columnsPage.js';
import { FindingsPage } from './findings/findingsPage.js';
import type { PageRow } from './page.js';
import { SplitPage } from './split/splitPage.js';
import { ProjectionPage } from './projection/projectionPage.js';
import { SqlPage } from './sql/sqlPage.js';
import { TablePage } from './table/tablePage.js';
import { TargetPage } from './target/targetPage.js';

/** The pages of a data file, in the order of their tabs: to add one, add its row. */
export const pages: readonly PageRow[] = [
  { tab: 'table', title: dataWords.tabTable, page: TablePage },
  { tab: 'columns', title: dataWords.tabColumns, page: ColumnsPage },
  { tab: 'target', title: dataWords.tabTarget, page: TargetPage },
  { tab: 'findings', title: findingLabels.tabFindings, page: FindingsPage },
  { tab: 'split', title: splitLabels.tabSplit, page: SplitPage },
  { tab: 'projection', title: projectionWords.tab, page: ProjectionPage },
  { tab: 'sql', title: dataWords.tabSql, page: SqlPage },
];
