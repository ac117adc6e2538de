export { text } from '../../words/ja/banner.ts'
export { startTagView } from './start-tag-view.ts'
