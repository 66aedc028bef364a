import type { TableId } from '../../shared/tableProtocol.js';
import type { Room, Task } from './room.js';
import { quoted } from './storage.js';
import { relation } from './tables.js';

/** Gives the memory back. A table that is not open is closed already. */
export async function close(
  room: Room,
  { table: id }: { readonly table: TableId },
  { session }: Task,
): Promise<object> {
  const table = room.tables.all().find((each) => each.id === id);
  if (table === undefined) return {};
  room.tables.delete(id);
  // A reading that is under way would go on for nobody, and put the table back at its end.
  await room.loading.get(id)?.stop();
  room.tables.delete(id);
  await room.views.forget(session, table);
  // Its name may be another one's by now.
  if (room.tables.freeName(table.name, id) === table.name) {
    await session.run(`DROP VIEW IF EXISTS main.${quoted(table.name)}`);
  }
  await session.run(`DROP TABLE IF EXISTS ${relation(table)}`);
  return {};
}
