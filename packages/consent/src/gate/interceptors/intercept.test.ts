import { expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { intercept } from './intercept.ts'

/** An object with a method and an accessor, like a browser's prototypes. */
const builtIn = () => {
  const log: unknown[] = []
  const target = {
    send(...args: unknown[]) {
      log.push([this, ...args])
      return `sent ${args.length}`
    },
    get src() {
      return 'old'
    },
    set src(value: string) {
      log.push(value)
    },
  }
  return { target, log }
}

/** Answers a call whose first argument is `no`. */
const answerNo = (_: object, [text]: unknown[], _name: string) => text === 'no' && (() => 'answer')

test('an answered call does not reach the built-in, and any other reaches it with its object and arguments', () => {
  const { target, log } = builtIn()
  const answer = vi.fn(answerNo)
  intercept(target, 'send', answer)
  const other = Object.create(target) as typeof target
  expect([target.send('no'), target.send('a', 'b'), other.send()]).toEqual([
    ...['answer', 'sent 2', 'sent 0'],
  ])
  expect(log).toEqual([[target, 'a', 'b'], [other]])
  expect(answer).toHaveBeenCalledWith(target, ['a', 'b'], 'send')
})

test('intercept answers an assignment to a property and leaves its getter', () => {
  const { target, log } = builtIn()
  intercept(target, 'src', answerNo)
  target.src = 'no'
  target.src = 'yes'
  expect(log).toEqual(['yes'])
  expect(target.src).toBe('old')
})

test('an answer may call the original and use its result, or call it later', () => {
  const { target, log } = builtIn()
  intercept(target, 'send', () => take => `${take()}!`)
  expect(target.send('a', 'b')).toBe('sent 2!')
  expect(log.splice(0)).toEqual([[target, 'a', 'b']])
  intercept(target, 'src', () => take => void (target.src === 'old' && log.push('asked', take())))
  target.src = 'new'
  expect(log).toEqual(['new', 'asked', undefined])
})

// start-interceptors.test.ts shows that the dispose restores the built-ins, and leaves functions of
// other code that wrap an interceptor.

test('does nothing for a property that is missing, not configurable or neither method nor setter', () => {
  const fixed = Object.freeze({ send: () => 'fixed' })
  for (const target of [fixed, {}, { send: 'text' }, undefined]) {
    const before = target && { ...target }
    intercept(target, 'send', () => () => 'answer')()
    expect(target).toEqual(before)
  }
  expect(fixed.send()).toBe('fixed')
})

test('properties added to Object.prototype are not part of a descriptor [49]', () => {
  const polluted = { value: 'x', set: 'x', writable: true }
  const { target } = builtIn()
  const results: unknown[] = []
  Object.assign(Object.prototype, polluted)
  try {
    const disposes = (['send', 'src'] as const).map(name =>
      intercept(target, name, () => () => 'ours'),
    )
    results.push(target.send(), target.src)
    for (const dispose of disposes) dispose()
    results.push(target.send())
  } finally {
    // `Object.prototype` is cleaned first, since `expect` does not work before.
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  }
  expect(results).toEqual(['ours', 'old', 'sent 0'])
})

test.each(['assign', 'setPrototypeOf'] as const)(
  'a built-in is intercepted where Object.%s throws',
  name => {
    const { target } = builtIn()
    const spy = vi.spyOn(Object, name).mockImplementation(broken)
    try {
      intercept(target, 'send', () => () => 'answer')
    } finally {
      spy.mockRestore()
    }
    expect(target.send()).toBe('answer')
  },
)
