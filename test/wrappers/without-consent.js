// Stands in for the SDK where a test shows what a wrapper does without it: nothing is held back.

export const googleAnalytics = () => ({})
export const googleTagManager = () => ({})
export const createConsent = () => ({ whenGranted: (_category, run) => run() })
