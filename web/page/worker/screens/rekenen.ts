// How far a calculation is, and the way to stop it.
import type { State } from '../state.js';
import type { Tekst } from '../text/nl.js';
import type { Action } from '../update.js';
import { h } from '../view/vnode.js';
import { type View, button, buttons, paragraph } from './parts.js';

export const rekenBalk = (t: Tekst, state: State): View =>
  h<Action>(
    'div',
    { key: 'rekenen', class: 'vk-voortgang' },
    paragraph(t.rekenen),
    h<Action>('progress', { 'aria-label': t.rekenen, value: Math.round(100 * state.deel), max: 100 }),
    buttons(button(t.stopRekenen, { t: 'stop_rekenen' })),
  );
