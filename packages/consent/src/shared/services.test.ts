import { expect, test } from 'vitest'
import { keysIn, namedServices, servicesIn } from './services.ts'

const [chat, survey, nameless] = [{ name: 'Chat' }, { name: 'Survey', category: 'analytics' }, {}]
const ODD = [nameless, { name: '' }, { name: 5 }, null] as readonly object[]

test('servicesIn returns the named services that a category lists, then those that name the category', () => {
  const options = {
    categories: { analytics: { services: [...ODD, chat] }, marketing: undefined },
    services: [...ODD, survey, { name: 'Login' }, { category: 'analytics' }],
  }
  expect(servicesIn(options, 'analytics')).toEqual([chat, survey])
  for (const category of ['marketing', 'unknown']) expect(servicesIn(options, category)).toEqual([])
  expect(servicesIn({ categories: {} }, 'analytics')).toEqual([])
})

test('namedServices leaves out what has no name, and takes no list as an empty one', () => {
  expect(namedServices([chat, ...ODD, survey])).toEqual([chat, survey])
  expect(namedServices(undefined)).toEqual([])
})

test('keysIn returns the categories and their services, and leaves out services without a category', () => {
  const categories = { analytics: { services: [chat, null as never] }, marketing: undefined }
  const keys = keysIn({ categories, services: [survey, { name: 'Login' }, null as never] })
  expect(keys.join(' ')).toBe('analytics marketing analytics/Survey analytics/Chat analytics')
})
