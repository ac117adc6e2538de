import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without any variable the server works for this machine and its own origin only', () => {
  expect(readConfig({ NOTICES: '', PORT: ' ' })).toEqual({
    host: '127.0.0.1',
    port: 4323,
    publicOrigin: undefined,
    database: 'data/receipts.db',
    allowedOrigins: [],
    exportToken: undefined,
    retention: { days: 365, byVersion: new Map() },
    rateLimit: 120,
    trustProxy: [],
    notices: undefined,
    cookie: { name: 'spaceone_consent', domain: undefined },
    serverCookies: new Map([
      ['FPID', 'analytics/Google Analytics'],
      ['FPLC', 'analytics/Google Analytics'],
    ]),
    screenToken: undefined,
    auditToken: undefined,
    auditKeys: undefined,
    inventories: undefined,
  })
})

test('lists, numbers and connection strings are read from variables', () => {
  const config = readConfig({
    PORT: '80',
    PUBLIC_ORIGIN: 'https://www.example.com:8443',
    DATABASE: 'postgresql://log@db/log',
    ALLOWED_ORIGINS: 'https://a.example, http://localhost:4321',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8',
    COOKIE_DOMAIN: '.example.com',
    RETENTION_DAYS: '365, 2024-01-18=1095',
    SERVER_COOKIES: 'FPID=analytics/Google Analytics,sid=marketing',
  })
  expect(config).toMatchObject({
    port: 80,
    publicOrigin: 'https://www.example.com:8443',
    database: 'postgresql://log@db/log',
    allowedOrigins: ['https://a.example', 'http://localhost:4321'],
    trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    cookie: { domain: '.example.com' },
    retention: { days: 365, byVersion: new Map([['2024-01-18', 1095]]) },
    serverCookies: new Map([
      ['FPID', 'analytics/Google Analytics'],
      ['sid', 'marketing'],
    ]),
  })
})

test.each([
  ['PORT', '65536'],
  ['PORT', 'http'],
  ['PUBLIC_ORIGIN', 'www.example.com'],
  ['PUBLIC_ORIGIN', 'https://www.example.com/receipts'],
  ['PUBLIC_ORIGIN', 'https://www.example.com:65536'],
  ['DATABASE', 'mysql://db/log'],
  ['ALLOWED_ORIGINS', 'https://a.example/path'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'a.example'],
  ['EXPORT_TOKEN', 'short'],
  ['RETENTION_DAYS', '-1'],
  ['RETENTION_DAYS', '365, 2024-01-18'],
  ['SERVER_COOKIES', 'FPID'],
  ['SERVER_COOKIES', 'a b=analytics'],
  ['SERVER_COOKIES', 'FPID=analytics/'],
  ['SERVER_COOKIES', 'FPID=analytics, session=necessary'],
  ['SCREEN_TOKEN', 'short'],
  ['AUDIT_TOKEN', 'short'],
  ['RATE_LIMIT', '0'],
  ['TRUST_PROXY', 'true'],
  ['COOKIE_NAME', 'a b'],
  ['COOKIE_DOMAIN', 'https://example.com'],
])('the invalid setting %s=%s is named in an error', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be `))
})

test('one error names every invalid variable', () => {
  const wrong = { PORT: 'x', RATE_LIMIT: 'y', COOKIE_NAME: '__Host-c', COOKIE_DOMAIN: 'a.example' }
  expect(() => readConfig(wrong)).toThrow(
    /^PORT must be .*\nRATE_LIMIT must be .*\nCOOKIE_DOMAIN must not .*$/,
  )
})
