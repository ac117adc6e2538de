export const en = {
  product: 'Cloud Console',
  menu: { dashboard: 'Dashboard', costReport: 'Cost report', label: 'Main menu' },
  account: { cookies: 'Cookie settings', signOut: 'Sign out', language: 'Language' },
  signIn: {
    title: 'Sign in',
    lead: 'All your cloud accounts in one calm view.',
    name: 'E-mail address',
    button: 'Sign in',
  },
  dashboard: {
    title: 'Dashboard',
    month: 'Spent this month',
    servers: 'Servers',
    alerts: 'Open alerts',
    trend: 'Cost by month',
  },
  cost: {
    title: 'Cost report',
    settings: 'Report settings',
    provider: 'Provider',
    month: 'This month',
    change: 'Change',
  },
  modal: {
    currency: 'Currency',
    statistics: 'Usage statistics',
    close: 'Close',
  },
  statistics: { on: 'allowed', off: 'not allowed' },
}
