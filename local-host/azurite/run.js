// Runs Azurite as a child that ends with its parent, however the parent ends: the operating system closes
// the pipe on standard input even after kill -9, and Azurite then saves what it still holds in memory.
'use strict';

// Ctrl-C goes to every process of the terminal, and service managers end a whole group. The local host drains first, and
// needs its storage until then.
const ignored = ['SIGINT', 'SIGTERM'];
ignored.forEach(signal => process.on(signal, () => {}));
const once = process.once;
process.once = function (event, listener) {
  return ignored.includes(event) ? this : once.call(this, event, listener);
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

const inFolder = name => require.resolve(name, { paths: [process.env.OZG_AZURITE_FOLDER] });

// Azurite keeps its tables and the list of its blobs in memory and saves them every few seconds. Whoever gets an answer
// here relies on it, also when the whole process group is killed in the next moment: what a request changed is saved
// before it is answered. Requests that come together share one save.
if (!process.argv.includes('--inMemoryPersistence')) {
  const Loki = require(inFolder('lokijs'));
  const databases = new Set();
  const configure = Loki.prototype.configureOptions;
  Loki.prototype.configureOptions = function (...options) {
    databases.add(this);
    return configure.apply(this, options);
  };
  const save = database => new Promise((done, failed) => database.saveDatabase(error => error ? failed(error) : done()));
  const { ServerResponse } = require('http');
  const end = ServerResponse.prototype.end;
  ServerResponse.prototype.end = function (...answer) {
    const dirty = [...databases].filter(database => database.autosaveDirty() || database.throttledSavePending);
    if (dirty.length === 0)
      return end.apply(this, answer);
    Promise.all(dirty.map(save)).then(
      () => end.apply(this, answer),
      error => { console.error(`Not saved: ${error.message}`); this.destroy(); });
    return this;
  };
}

require(inFolder('azurite/dist/src/azurite.js'));
