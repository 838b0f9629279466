// Fields of school.json: each knows its place in that file, and shows what the module says about it.
import { type Pad, haal, pointer, veldId } from '../pad.js';
import type { State } from '../state.js';
import type { Action } from '../update.js';
import { type Choice, type Kids, type View, dutch, selectField, textField } from './parts.js';

export interface VeldProps {
  pad: Pad;
  label: string;
  help?: Kids;
  optioneel?: boolean; // nothing typed is no setting
}

const props = (state: State, { pad, label, help }: VeldProps) => {
  const fout = state.veldfouten.find(({ plaats }) => plaats.pad === pointer(pad));
  return {
    id: veldId(pointer(pad)),
    label,
    ...(help === undefined ? {} : { help }),
    ...(fout ? { error: dutch(fout.bericht) } : {}),
  };
};

const textAt = (state: State, pad: Pad): string => String(haal(state.school, pad) ?? '');
const set = (pad: Pad, waarde: unknown): Action => ({ t: 'zet', pad, waarde });

export const tekstVeld = (
  state: State,
  veld: VeldProps & { type?: 'text' | 'date'; maxlength?: number },
): View =>
  textField({
    ...props(state, veld),
    value: textAt(state, veld.pad),
    ...(veld.type ? { type: veld.type } : {}),
    ...(veld.maxlength ? { maxlength: veld.maxlength } : {}),
    changed: (waarde) => set(veld.pad, waarde === '' && veld.optioneel ? undefined : waarde),
  });

// A whole number. What is no number is kept as it was typed, and the module refuses it; nothing typed is no setting.
export const getalVeld = (state: State, veld: VeldProps & { maxlength?: number }): View =>
  textField({
    ...props(state, veld),
    value: textAt(state, veld.pad),
    inputmode: 'numeric',
    maxlength: veld.maxlength ?? 6,
    changed: (text) => set(veld.pad, text === '' ? undefined : /^\d+$/.test(text) ? Number(text) : text),
  });

// One of some values; `waarde` says what to write for a choice.
export const keuzeVeld = (
  state: State,
  veld: VeldProps & { choices: readonly Choice[]; waarde?: (value: string) => unknown },
): View =>
  selectField({
    ...props(state, veld),
    value: textAt(state, veld.pad),
    choices: veld.choices,
    changed: (value) => set(veld.pad, veld.waarde ? veld.waarde(value) : value),
  });
