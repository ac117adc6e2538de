import type { View } from '@spaceone/consent-core'

/** Says whether a view is one that somebody has asked for, not a question of ours. */
export const isOpened = (view: View): boolean => view === 'preferences' || view === 'guide'
