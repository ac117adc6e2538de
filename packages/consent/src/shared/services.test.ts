import { expect, test } from 'vitest'
import { namedServices, servicesIn } from './services.ts'

const [chat, survey, nameless] = [{ name: 'Chat' }, { name: 'Survey', category: 'analytics' }, {}]
const ODD = [nameless, { name: '' }, { name: 5 }, null] as readonly object[]

test('servicesIn returns the named services that a category lists, then those that name the category', () => {
  const options = {
    categories: { analytics: { services: [...ODD, chat] }, marketing: undefined },
    services: [survey, { name: 'Login' }, { category: 'analytics' }],
  }
  expect(servicesIn(options, 'analytics')).toEqual([chat, survey])
  for (const category of ['marketing', 'unknown']) expect(servicesIn(options, category)).toEqual([])
  expect(servicesIn({ categories: {} }, 'analytics')).toEqual([])
})

test('namedServices leaves out what has no name, and takes no list as an empty one', () => {
  expect(namedServices([chat, ...ODD, survey])).toEqual([chat, survey])
  expect(namedServices(undefined)).toEqual([])
})
