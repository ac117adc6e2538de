import { actOf, closes, opensSettings, withdraws } from '../../src/play/labels/act-of.ts'
import type { Act } from '../../src/seen.ts'

/** Labels by what they do. A label of one group does nothing of the other groups. */
export interface Labels {
  readonly accept?: readonly string[]
  /** Accept in a banner, and save in settings. */
  readonly answer?: readonly string[]
  readonly refuse?: readonly string[]
  /** Refuse, also where they stand outside a banner. */
  readonly withdraw?: readonly string[]
  readonly save?: readonly string[]
  /** Open settings, if they stand in a banner. */
  readonly settings?: readonly string[]
  /** Open settings, also where they stand outside a banner. */
  readonly open?: readonly string[]
  readonly close?: readonly string[]
  readonly nothing?: readonly string[]
}

/** What the functions of `act-of.ts` say about a label. */
export interface Reading {
  readonly inBanner: Act | undefined
  readonly inSettings: Act | undefined
  readonly opens: boolean
  readonly withdraws: boolean
  readonly closes: boolean
}

/** Returns what the functions of `act-of.ts` say about a label. */
export const readAll = (label: string): Reading => ({
  inBanner: actOf(label),
  inSettings: actOf(label, 'settings'),
  opens: opensSettings(label),
  withdraws: withdraws(label),
  closes: closes(label),
})

const NONE = {
  ...{ inBanner: undefined, inSettings: undefined },
  ...{ opens: false, withdraws: false, closes: false },
}

const EXPECTED: Record<keyof Labels, Reading> = {
  accept: { ...NONE, inBanner: 'accept', inSettings: 'accept' },
  answer: { ...NONE, inBanner: 'accept', inSettings: 'save' },
  refuse: { ...NONE, inBanner: 'refuse', inSettings: 'refuse' },
  withdraw: { ...NONE, inBanner: 'refuse', inSettings: 'refuse', withdraws: true },
  save: { ...NONE, inBanner: 'save', inSettings: 'save' },
  settings: { ...NONE, inBanner: 'settings', inSettings: 'settings' },
  open: { ...NONE, inBanner: 'settings', inSettings: 'settings', opens: true },
  close: { ...NONE, closes: true },
  nothing: NONE,
}

const SAYS: Record<keyof Labels, string> = {
  accept: 'accepts',
  answer: 'accepts in a banner, and saves in settings',
  refuse: 'refuses',
  withdraw: 'refuses, also outside a banner',
  save: 'saves',
  settings: 'opens settings in a banner',
  open: 'opens settings, also outside a banner',
  close: 'closes',
  nothing: 'does nothing',
}

/** Returns one row for each label, for `test.each`: a title, the label, and what it must do. */
export const rowsOf = (
  source: string,
  labels: Labels,
): [title: string, label: string, expected: Reading][] =>
  (Object.entries(labels) as [keyof Labels, readonly string[]][]).flatMap(([group, list]) =>
    list.map((label): [string, string, Reading] => [
      `${source}: “${label}” ${SAYS[group]}`,
      label,
      EXPECTED[group],
    ]),
  )
