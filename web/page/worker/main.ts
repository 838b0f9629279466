// The worker: module, import, rules and views. It sees the files; it has no document, no address and no network.
import { createVerzuimkit } from 'verzuimkit/bare';
import { Effects } from './effects.js';
import { optionOf, profileOf } from './from_kit.js';
import { moduleBytes } from './module_bytes.js';
import type { FromKernel, ToKernel } from './protocol.js';
import { app } from './screens/app.js';
import { BEGIN, type State } from './state.js';
import { TEKSTEN, type Taal } from './text/index.js';
import { type Action, type Effect, update } from './update.js';
import { Renderer } from './view/renderer.js';

// So many patches go in one message; the kernel refuses far more.
const MAX_OPS = 20000;

const renderer = new Renderer<Action>();
const post = (message: ToKernel, transfer: Transferable[] = []): void => self.postMessage(message, { transfer });

let state: State = BEGIN;
let effects: Effects | undefined;

function draw(focus: string | undefined): void {
  const ops = renderer.render(app(TEKSTEN[state.taal], state));
  const id = focus === undefined ? undefined : renderer.find(focus);
  if (id !== undefined) ops.push(['focus', id]);
  for (let at = 0; at < ops.length; at += MAX_OPS) post({ t: 'teken', ops: ops.slice(at, at + MAX_OPS) });
}

function dispatch(action: Action): void {
  const [next, ...todo] = update(state, action);
  if (next === state && todo.length === 0) return;
  state = next;
  let focus: string | undefined;
  for (const effect of todo) if (effect.e === 'focus') focus = effect.id;
  draw(focus);
  for (const effect of todo) if (effect.e !== 'focus') effects?.run(effect as Exclude<Effect, { e: 'focus' }>);
}

async function start({ module, beleid, taal }: { module: string; beleid: string; taal: Taal }): Promise<void> {
  state = { ...state, taal };
  draw(undefined);
  const kit = await createVerzuimkit({ wasm: await moduleBytes(module) });
  effects = new Effects(kit, dispatch, post);
  dispatch({ t: 'begonnen', module: kit.versie, beleid });
  // For the second and third step; the first can be drawn without.
  const { opties, profielen } = await kit.regels();
  dispatch({ t: 'regels', opties: opties.map(optionOf), profielen: profielen.map(profileOf) });
}

self.onmessage = ({ data }: MessageEvent<FromKernel>) => {
  switch (data.t) {
    case 'start':
      start(data).catch((error: unknown) => {
        // Seen by the kernel, which tells the person.
        setTimeout(() => {
          throw error;
        });
      });
      return;
    case 'gebeurtenis': {
      const action = renderer.action(data);
      if (action) dispatch(action);
      return;
    }
    case 'taal':
      dispatch(data);
      return;
    case 'bewaard':
      dispatch({ t: 'bewaard', naam: data.naam });
      return;
    case 'afgedrukt':
      dispatch(data);
  }
};
