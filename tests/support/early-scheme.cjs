// Electron loads an app's entry before it is ready, which is when `app:` can be registered. A test driver's launcher may
// load it later; given to it with `-r`, this registers the scheme in time, so the page has the origin it has for users.
const { protocol } = require('electron')

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
