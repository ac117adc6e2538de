import type { View } from '../../core/index.ts'

/**
 * Returns whether the visitor has opened the view: the preferences or the guide, not the banner.
 */
export const isOpened = (view: View): boolean => view === 'preferences' || view === 'guide'
