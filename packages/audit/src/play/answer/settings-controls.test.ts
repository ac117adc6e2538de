import { expect, test } from 'vitest'
import type { Control } from '../look/find-controls.ts'
import { settingsControls } from './settings-controls.ts'

const PAGE = 'https://shop.example/'

const control = (words: string, more: Partial<Control> = {}) =>
  ({ words, label: '', isInForm: false, href: undefined, ...more }) as Control

const chosen = (...controls: Control[]) =>
  settingsControls({ isWhole: true, layers: [], switches: [], controls }, PAGE).map(
    ({ words, label }) => words || label,
  )

test('tries controls of the page before links to a page of settings', () => {
  const link = control('Cookie preferences', { href: `${PAGE}cookies` })
  expect(chosen(link, control('Cookie settings'))).toEqual([
    'Cookie settings',
    'Cookie preferences',
  ])
})

test('knows an icon by its label', () => {
  expect(chosen(control('⚙', { label: 'Cookie settings' }))).toEqual(['⚙'])
})

test.each([
  ['a control in a form with other fields', control('Cookie settings', { isInForm: true })],
  ['a link to another site', control('Cookie settings', { href: 'https://other.example/' })],
  ['a link to a log-out', control('Cookie settings', { href: `${PAGE}logout` })],
  ['the settings of e-mails', control('Unsubscribe or change your preferences')],
  ['an account', control('Account settings')],
  ['a business registration', control('사업자정보확인')],
  ['a privacy policy', control('Privacy policy')],
])('never tries %s', (_, one) => {
  expect(chosen(one)).toEqual([])
})
