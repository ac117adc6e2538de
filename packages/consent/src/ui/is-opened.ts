import type { View } from '../core/index.ts'

/** Says whether a view is one that somebody has asked for, not a question of ours. */
export const isOpened = (view: View): boolean => view === 'preferences' || view === 'guide'
