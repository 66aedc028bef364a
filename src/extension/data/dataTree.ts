import * as vscode from 'vscode';
import type { DataGroup, DataMember } from '../../engine/table/grouping.js';
import type { TableClient } from '../../worker/table/client.js';
import { say } from '../messages.js';
import { findDataFiles, watchDataFiles, type FoundFile } from './dataFiles.js';
import { formatBytes, formatCount } from '../../shared/figures.js';
import { baseName } from './origin.js';
import { dataSentences } from './sentences.js';
import { Sizes } from './sizes.js';
import type { TrainingChoice } from './trainingChoice.js';

/** A line of the tree. */
export type DataNode =
  | { readonly kind: 'group'; readonly group: DataGroup; readonly files: readonly FileNode[] }
  | FileNode;

export interface FileNode {
  readonly kind: 'file' | 'clips';
  readonly uri: vscode.Uri;
  readonly member: DataMember;
  readonly label: string;
}

/** The data files of the folders that are open, with what belongs together in a group. */
export class DataTree implements vscode.TreeDataProvider<DataNode>, vscode.Disposable {
  readonly #tables: TableClient;
  readonly #training: TrainingChoice;
  readonly #sizes: Sizes;
  readonly #changed = new vscode.EventEmitter<DataNode | undefined>();
  readonly #subscriptions: vscode.Disposable;
  readonly #findings = new Map<string, number>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(tables: TableClient, training: TrainingChoice) {
    this.#tables = tables;
    this.#training = training;
    this.#sizes = new Sizes(tables, () => {
      this.#changed.fire(undefined);
    });
    const watching = watchDataFiles(() => {
      this.#changed.fire(undefined);
    });
    const chosen = training.onDidChange(() => {
      this.#changed.fire(undefined);
    });
    this.#subscriptions = vscode.Disposable.from(watching, chosen, this.#changed);
  }

  /** How many findings a file has, where that is known. */
  tell(uri: vscode.Uri, findings: number): void {
    if (this.#findings.get(uri.toString()) === findings) return;
    this.#findings.set(uri.toString(), findings);
    this.#changed.fire(undefined);
  }

  async getChildren(node?: DataNode): Promise<DataNode[]> {
    if (node === undefined) return [...(await this.#groups())];
    return node.kind === 'group' ? [...node.files] : [];
  }

  getTreeItem(node: DataNode): vscode.TreeItem {
    if (node.kind === 'group') return groupItem(node.group);
    const { uri, kind, label } = node;
    const item = new vscode.TreeItem(label);
    item.resourceUri = uri;
    const trained = kind === 'file' && this.#training.of(uri) !== undefined;
    item.contextValue = trained ? 'file-training' : kind;
    item.description = kind === 'clips' ? this.#clips(node) : this.#figures(node);
    item.tooltip = uri.fsPath;
    const icon = trained ? 'mortar-board' : 'table';
    item.iconPath = new vscode.ThemeIcon(kind === 'clips' ? 'unmute' : icon);
    if (kind === 'file') {
      item.command = { command: 'tarea.data.open', title: '', arguments: [node] };
    }
    if (kind === 'clips')
      item.command = { command: 'tarea.openAudio', title: '', arguments: [uri] };
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #groups(): Promise<readonly DataNode[]> {
    const { tables, clips } = await findDataFiles();
    const folders = new Set([...tables, ...clips].map(({ folder }) => folder));
    const each = [...folders].map((folder) =>
      this.#groupsOf(
        folder,
        tables.filter((found) => found.folder === folder),
        clips.filter((found) => found.folder === folder),
      ),
    );
    return (await Promise.all(each)).flat();
  }

  async #groupsOf(
    folder: vscode.WorkspaceFolder,
    tables: readonly FoundFile[],
    clips: readonly FoundFile[],
  ): Promise<readonly DataNode[]> {
    const files = { files: tables.map(({ file }) => file), clips: clips.map(({ file }) => file) };
    const reply = await this.#tables.ask('group', files).reply;
    if (!reply.ok) return [];
    return reply.groups.flatMap((group): readonly DataNode[] => {
      const nodes = group.members.map((member) => nodeOf(folder, group, member));
      return nodes.length > 1 ? [{ kind: 'group', group, files: nodes }] : nodes;
    });
  }

  #clips({ member }: FileNode): string {
    return member.file.clips === 1
      ? say(dataSentences.treeClip, {})
      : say(dataSentences.treeClips, { count: formatCount(member.file.clips ?? 0) });
  }

  #figures({ uri, member: { file } }: FileNode): string {
    const parts: string[] = [];
    const size = this.#sizes.of(uri, file.bytes);
    if (size?.kind === 'unread') parts.push(say(dataSentences.treeUnread));
    if (size?.kind === 'table') {
      const columns = formatCount(size.columns);
      const rows = size.rows === null ? undefined : formatCount(size.rows);
      parts.push(
        rows === undefined ? say(dataSentences.treeColumns, { columns }) : `${rows} × ${columns}`,
      );
    }
    parts.push(formatBytes(file.bytes));
    const { target } = this.#training.of(uri) ?? {};
    if (target !== undefined) parts.unshift(say(dataSentences.treeTraining, { target }));
    const findings = this.#findings.get(uri.toString()) ?? 0;
    if (findings > 0) parts.push(say(dataSentences.treeFindings, { count: formatCount(findings) }));
    return parts.join(' · ');
  }
}

function nodeOf(folder: vscode.WorkspaceFolder, group: DataGroup, member: DataMember): FileNode {
  const uri = vscode.Uri.joinPath(folder.uri, member.file.path);
  const kind = member.file.clips === undefined ? 'file' : 'clips';
  const name = baseName(uri);
  // Within a group only what differs is worth the room; the whole name is in the tooltip.
  const shared = `${group.name}_`;
  const short = group.members.length > 1 && name.startsWith(shared);
  return { kind, uri, member, label: short ? name.slice(shared.length) : name };
}

function groupItem({ name, folder }: DataGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.contextValue = 'group';
  item.description = folder;
  item.iconPath = new vscode.ThemeIcon('layers');
  return item;
}
