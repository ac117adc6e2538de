// @vitest-environment happy-dom

import { expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { warn } from '../../options/warn.ts'
import { setAddress } from '../set-address.ts'
import { unblockScript } from './unblock-script.ts'

answerScripts()

/** Returns a blocked script, and the events for which the script has listeners. */
const blockedScript = () => {
  const script = document.createElement('script')
  script.type = 'text/plain'
  script.dataset['src'] = '/a.js'
  document.body.append(script)
  const listened = new Set<string>()
  const { addEventListener, removeEventListener } = script
  script.addEventListener = (type: string, callback: EventListener) => {
    listened.add(type)
    addEventListener.call(script, type, callback)
  }
  script.removeEventListener = (type: string, callback: EventListener) => {
    listened.delete(type)
    removeEventListener.call(script, type, callback)
  }
  return { script, listened }
}

const settlings: Readonly<Record<string, (script: Element) => unknown>> = {
  'has loaded': script => script.dispatchEvent(new Event('load')),
  'has failed': script => script.dispatchEvent(new Event('error')),
  'has taken too long': () => vi.advanceTimersByTime(3000),
}

test.each(Object.entries(settlings))(
  'a script that %s lets the next one run, and keeps no listener',
  async (_, settle) => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { script, listened } = blockedScript()
    const turn = unblockScript(script, undefined, { setAddress, warn })
    expect([...listened]).toEqual(['load', 'error'])
    settle(script)
    await turn
    expect([...listened]).toEqual([])
  },
)
