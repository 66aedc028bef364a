import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PredictionsRequest } from '../../../../src/shared/tableProtocol.js';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
let table = 0;
let train = 0;

beforeAll(async () => {
  desk = await openDesk();
  const opened = async (name: string, text: string): Promise<number> =>
    (await desk.ask('open', { path: desk.file(name, text) })).table;
  table = await opened('test.csv', 'track_id,tempo\n2,90\n5,91\n0010,92\n');
  train = await opened('train.csv', 'track_id,genre\n20,Rock\n30,Hip-Hop\n40,Rock\n');
});

afterAll(() => {
  desk.close();
});

function request(text: string, more: Partial<PredictionsRequest> = {}): PredictionsRequest {
  const path = desk.file('predicciones.csv', text);
  return { path, table, train, id: 'track_id', label: 'genre', names: [], ...more };
}

describe('predictions beside the test data', () => {
  it('are right when ids and classes are those of the files, as they are written there', async () => {
    const report = await desk.ask(
      'predictions',
      request('track_id,genre\n2,Rock\n5,Hip-Hop\n0010,Rock\n'),
    );
    expect(report).toEqual({ ok: true, faults: [], rows: 3, mended: null, name: null });
  });

  it('are told what is wrong, and written anew as far as can be', async () => {
    const faulty = 'id,genre\n2,rock\n5,Polka\n10,Hip-Hop\n';
    const { faults, mended } = await desk.ask('predictions', request(faulty));
    expect(faults.map(({ code }) => code).toSorted()).toEqual([
      'header.name',
      'id.form',
      'label.spelling',
      'label.unknown',
    ]);
    expect(mended).toEqual({ text: 'track_id,genre\n2,Rock\n5,Polka\n0010,Hip-Hop\n', left: 1 });
  });

  it('take any class where the training data are not known', async () => {
    const { path, id, label, names } = request('track_id,genre\n2,Rock\n5,Polka\n0010,Rock\n');
    const alone = { path, table, id, label, names };
    expect((await desk.ask('predictions', alone)).faults).toEqual([]);
  });

  it('follow the rule for names where other files do', async () => {
    const right = 'track_id,genre\n2,Rock\n5,Hip-Hop\n0010,Rock\n';
    const names = ['notas.txt', 'Tarea004_Ana_Solis.ipynb'];
    const report = await desk.ask('predictions', request(right, { names }));
    expect(report.faults.map(({ code }) => code)).toEqual(['file.name']);
    expect(report.name).toBe('Tarea004_Ana_Solis.csv');
  });

  it('may be gone', async () => {
    expect(await desk.code('predictions', request('', { path: '/nowhere/p.csv' }))).toBe(
      'file.missing',
    );
    expect(await desk.code('predictions', request('', { id: 'nothing' }))).toBe('column.unknown');
  });
});
