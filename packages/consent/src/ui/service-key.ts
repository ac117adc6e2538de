import type { AnyConsent } from '@spaceone/consent-core'

/** What stands for a service in records and held mark-up; a category alone stands for all of it. */
export const serviceKey = (category: string, name: string): string => `${category}/${name}`

/** Gives the category of such a key. */
export const categoryOf = (key: string): string => key.replace(/\/.*/s, '')

/** Says whether a state lets run what a key stands for. Core has the same; the view takes types alone. */
export const isOn = (
  { granted, without }: ReturnType<AnyConsent['$state']['get']>,
  key: string,
): boolean => granted[categoryOf(key)] === true && !without.includes(key)
