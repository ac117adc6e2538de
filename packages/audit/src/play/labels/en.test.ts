import { expect, test } from 'vitest'
import { type Reading, readAll, rowsOf } from '../../../test/support/label-rows.ts'

const check = (_: string, label: string, expected: Reading) => {
  expect(readAll(label)).toEqual(expected)
}

// Klaro 0.7, Orejime 3.2, tarteaucitron 1.34, Osano's cookieconsent 3.1, c15t 2.2,
// react-cookie-consent 10, cookie-though 1.7, Porsche's banner 4.1, Beyonk's banner 16 and
// cookie-consent-js 2.1: the words in the packages on npm.
test.each(
  rowsOf('packages', {
    accept: [
      ...['Accept all', 'Accept', 'Accept all apps', 'Accept all cookies', 'OK, accept all'],
      ...['Allow', 'Allow cookies', 'allow cookies', 'Accept All'],
    ],
    answer: ["That's ok", 'Got it!'],
    refuse: [
      ...[
        'I decline',
        'Decline',
        'Decline all apps',
        'Decline optional cookies',
        'Deny',
        'Reject all',
      ],
      ...['Deny all cookies', 'deny cookies', 'Only accept technically necessary cookies'],
    ],
    save: ['Save', 'Accept selected', 'Save Settings'],
    settings: [
      'Let me choose',
      'Configure',
      'Personalize',
      'Manage services',
      'Customize',
      'Preferences',
    ],
    open: [
      ...['Configure cookies', 'Consent Manager', 'Cookie settings', 'Edit cookie settings'],
      ...['Cookies management panel', 'Cookies (modal window)', 'Privacy Settings'],
      'Cookie policy and preferences',
    ],
    close: ['Close', 'Close preferences', 'Close settings', 'Hide cookie banner', 'Close window'],
    nothing: [
      ...['Privacy policy', 'Cookie Policy', 'Learn more', 'learn more about cookies', 'Always'],
      ...['Necessary cookies', 'Marketing cookies', 'Cookie Consent', 'allowed', 'disallowed'],
      ...['Show/hide informations about cookie storage', 'Powered by Orejime'],
    ],
  }),
)('%s', check)

// OneTrust, Cookiebot, Usercentrics, Didomi, TrustArc, CookieYes, Quantcast, Sourcepoint, Google's
// consent messages and https://design-system.service.gov.uk/components/cookie-banner/
test.each(
  rowsOf('vendors', {
    accept: [
      ...[
        'Allow all',
        'Allow all cookies',
        'Agree and close',
        'Agree & Proceed',
        'AGREE',
        'Consent',
      ],
      ...['Accept analytics cookies', 'Accept additional cookies', 'Yes, I agree', 'I accept'],
      ...[
        'Accept all & continue',
        'Accept All (Recommended)',
        'Accept optional cookies',
        'Enable all',
      ],
    ],
    answer: ['OK', 'Ok!', 'Okay', 'Yes', 'I understand', 'Understood', 'I acknowledge'],
    refuse: [
      ...[
        'Reject All',
        'Disagree',
        'DISAGREE',
        'Do not consent',
        'Reject additional cookies',
        'Refuse all',
      ],
      ...[
        'Continue without accepting',
        'Continue without agreeing',
        'Use necessary cookies only',
        'No',
      ],
      ...[
        'Necessary only',
        'Required Only',
        'Only essential',
        'Accept only essential',
        'Opt out of all',
      ],
      ...[
        'Accept necessary cookies',
        'Only accept technically necessary',
        'Allow essential cookies',
      ],
      ...['Accept all necessary cookies', 'Just the essentials', 'Strictly necessary cookies only'],
      ...[
        'Decline optional',
        'Reject non-essential',
        'Object to all',
        'I do not agree',
        "Don't allow",
      ],
      ...[
        'Don’t accept',
        'No thanks',
        'No, thank you',
        'Got it, no cookies',
        'Deny',
        'Disable all',
      ],
      ...[
        'Reject all except necessary',
        'Reject optional and accept necessary',
        'Save and reject all',
      ],
      ...['Do not track me', 'Continue without cookies', 'Functional cookies only', 'No, decline'],
    ],
    save: [
      ...[
        'Allow selection',
        'Confirm My Choices',
        'Save preferences',
        'Save and exit',
        'Save & close',
      ],
      ...['Confirm', 'Done', 'Apply', 'Save my choices', 'Accept selection', 'Confirm selection'],
      ...[
        'Save and accept',
        'Accept selected only',
        'SAVE & EXIT',
        'Submit preferences',
        'OK, save',
      ],
    ],
    settings: [
      ...[
        'Settings',
        'Customise',
        'MORE OPTIONS',
        'Manage options',
        'Manage Preferences',
        'Show purposes',
      ],
      ...[
        'View preferences',
        'Show details',
        'No, let me choose',
        'Options',
        'Opt-out preferences',
      ],
      ...['Change preferences', 'Manage my choices', 'Advanced settings'],
    ],
    open: [
      ...[
        'Cookies Settings',
        'Cookie Preferences',
        'Your Privacy Choices',
        'Privacy Preference Center',
      ],
      ...['Manage consent', 'Consent preferences', 'Change cookie consent', 'Change your consent'],
      ...[
        'Manage or reject cookies',
        'Change or withdraw consent',
        'Privacy settings',
        'Manage Cookies',
      ],
      ...['Do not sell or share my personal information', 'Do Not Sell My Personal Information'],
    ],
    withdraw: [
      'Withdraw consent',
      'Withdraw your consent',
      'Revoke cookie consent',
      'Revoke consent',
    ],
    close: ['×', 'X', 'Dismiss', 'Close banner', 'Close this banner'],
  }),
)('%s', check)

test.each(
  rowsOf('English sites', {
    accept: [
      ...[
        "I'm OK with analytics cookies",
        'Use all cookies',
        'Yes to all',
        'Accept and continue to site',
      ],
      ...['I’m happy with all cookies', 'Opt in', 'Enable marketing consent'],
    ],
    answer: ['Sounds good', 'Yes, please', 'Okay, thanks', 'Cookies OK'],
    refuse: [
      ...['Do not use analytics cookies', 'Never allow', 'Block all', 'Turn off optional cookies'],
      ...[
        'Continue with essential cookies only',
        'Keep essential only',
        'Proceed with required cookies only',
      ],
      ...[
        'Allow only necessary cookies',
        'Deny non-essential cookies',
        'No, reject all',
        'Accept Required Only',
      ],
    ],
    save: ['Accept my choices', 'Save changes', 'Allow all selected', 'Accept current selection'],
    settings: [
      'Let me decide',
      'Manage Individual preferences',
      'Individual settings',
      'Learn more and customize',
      'Data preferences',
    ],
    open: [
      ...[
        'Reset cookie settings',
        'Renew or change your cookie consent',
        'Cookie control',
        'Privacy Manager',
      ],
      ...['Open cookie settings', 'Manage your privacy', 'Your consent choices'],
    ],
    nothing: [
      ...[
        'View consent',
        'View cookies',
        'Consent data',
        'How to withdraw consent',
        'Withdrawal of consent',
      ],
      ...[
        'Accept functional cookies',
        'Cookies',
        'Privacy',
        'Show all cookies',
        'Cookie list',
        'My consent',
      ],
      ...['Vendor list', 'View partners', 'Accept recommended settings', 'More information'],
    ],
  }),
)('%s', check)

// Labels of other things, on pages with and without a banner.
test.each(
  rowsOf('other controls', {
    refuse: ['Withdraw', 'Withdraw marketing consent'],
    nothing: [
      ...['Buy now', 'Sign in', 'Read more', 'Acceptance tests', 'Subscribe', 'Delete my account'],
      ...[
        'Unsubscribe or change your preferences',
        'Change your email preferences',
        'Account settings',
      ],
      ...[
        'Manage my account',
        'Agree to terms',
        'Accept terms and conditions',
        'Allow notifications',
      ],
      ...[
        'Allow location',
        'Accept invitation',
        'Reject order',
        'Reject all and subscribe',
        'Not now',
      ],
      ...[
        'Later',
        'Submit',
        'Continue',
        'Cancel',
        'Withdraw money',
        'Notification settings',
        'Details…?1',
      ],
      ...[
        'Select all',
        'X settings',
        'No changes',
        'Current store',
        'No results',
        'Object',
        'Do not reject',
        'Continue without saving',
        'Accept or reject',
        'Yes or no',
      ],
      ...[
        'Accept essential and optional cookies',
        'Accept all except marketing',
        'OK, delete it',
        '',
      ],
      ...['No, I accept', 'Save all', 'Enabled', 'Accept cookies from this video', '12', '/'],
    ],
  }),
)('%s', check)
