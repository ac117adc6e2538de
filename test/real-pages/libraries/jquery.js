import $ from 'jquery'
import { useJquery } from '../use-jquery.js'

useJquery($)
