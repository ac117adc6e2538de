// Replaces the SDK in tests of a wrapper without consent: nothing is blocked.

export const googleAnalytics = () => ({})
export const googleTagManager = () => ({})
export const createConsent = () => ({ whenGranted: (_category, run) => run() })
