# Lets frictionless read every resource of a data package. Usage: Rscript data_package.R datapackage.json
package <- suppressMessages(frictionless::read_package(commandArgs(trailingOnly = TRUE)))
count <- function(name) {
  rows <- frictionless::read_resource(package, name)
  if (nrow(readr::problems(rows))) stop(name, " has cells that are not as its schema says")
  nrow(rows)
}
names <- vapply(package$resources, function(resource) resource$name, "")
cat(jsonlite::toJSON(setNames(lapply(names, count), names), auto_unbox = TRUE))
