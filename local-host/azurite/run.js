// Runs Azurite as a child that ends with its parent, however the parent ends: the operating system closes
// the pipe on standard input even after kill -9, and Azurite then saves what it still holds in memory.
'use strict';

// Ctrl-C goes to every process of the terminal. The local host drains first, and needs its storage until then.
process.on('SIGINT', () => {});
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};

// Azurite listens for the message only once it has started.
const stop = () => process.listenerCount('message') > 0
  ? process.emit('message', 'shutdown')
  : setTimeout(stop, 100);
process.stdin.resume();
process.stdin.on('end', stop);
process.stdin.on('error', stop);

// With the parent gone nobody reads these; the broken pipe must not end us before everything is saved.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

require(require.resolve('azurite/dist/src/azurite.js', { paths: [process.env.OZG_AZURITE_FOLDER] }));
