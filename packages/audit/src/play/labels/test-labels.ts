import { expect, test } from 'vitest'
import { actOf, closes, opensSettings, withdraws } from '../words.ts'

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

/** What the functions of `words.ts` say about a label. */
const read = (label: string) => ({
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

const EXPECTED: Record<keyof Labels, ReturnType<typeof read>> = {
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

/** Declares one test for each label. */
export const testLabels = (source: string, labels: Labels): void => {
  for (const [group, list] of Object.entries(labels) as [keyof Labels, readonly string[]][])
    test.each(list)(`${source}: “%s” is a label to ${group}`, label => {
      expect(read(label)).toEqual(EXPECTED[group])
    })
}
