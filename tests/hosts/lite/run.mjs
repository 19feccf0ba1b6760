// Python as xlwings Lite has it: Pyodide, with the xlwings wheel made for it, the generated main.py, and inside.py, which does the job.
// node run.mjs PYODIDE-FOLDER XLWINGS-WHEEL FOLDER: reads main.py, inside.py, fakes.py and job.json there, writes answers.json, prints the seconds.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodide, wheel, folder] = process.argv.slice(2);
const started = performance.now();
try {
  const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
  const python = await loadPyodide({ indexURL: `${pyodide}/` });
  python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
  for (const name of ["main.py", "inside.py", "fakes.py", "writing.py", "job.json"]) python.FS.writeFile(name, new Uint8Array(readFileSync(`${folder}/${name}`)));
  const loaded = performance.now();
  writeFileSync(`${folder}/answers.json`, await python.runPythonAsync("import inside\nawait inside.do()"));
  console.log(`loading ${((loaded - started) / 1000).toFixed(1)} s, the job ${((performance.now() - loaded) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(String(error.message).slice(0, 4000));
  process.exit(1);
}
