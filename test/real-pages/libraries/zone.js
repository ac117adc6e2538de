import 'zone.js'
import { collect } from '../collect.js'

const { Zone } = window

window.library = {
  /** Runs timers, promises and a click in a zone, and counts the zone's tasks. */
  use: root =>
    new Promise(resolve => {
      const tasks = []
      const zone = Zone.current.fork({
        name: 'page',
        onScheduleTask(parent, _, target, task) {
          tasks.push(task.type)
          return parent.scheduleTask(target, task)
        },
      })
      zone.run(() => {
        root.addEventListener('click', () =>
          setTimeout(() => Promise.resolve().then(() => resolve([Zone.current.name, ...tasks])), 1),
        )
      })
      root.click()
    }),
  reach: name =>
    Zone.current
      .fork({ name: 'reach' })
      .run(() => setTimeout(() => fetch(collect(name), { mode: 'no-cors' }).catch(() => {}), 1)),
}
