// Validates a data package, then reads and casts every row. Usage: node data_package.js datapackage.json
import datapackage from "datapackage";

const read = await datapackage.Package.load(process.argv[2]);
if (!read.valid) throw new Error(read.errors.join("; "));
const rows = await Promise.all(read.resources.map(async (one) => [one.name, (await one.read()).length]));
console.log(JSON.stringify(Object.fromEntries(rows)));
