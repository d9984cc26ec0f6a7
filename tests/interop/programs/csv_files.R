# Reads every CSV of a data package. Usage: Rscript csv_files.R datapackage.json
path <- commandArgs(trailingOnly = TRUE)
resources <- jsonlite::read_json(path)$resources
count <- function(resource) {
  rows <- readr::read_csv(file.path(dirname(path), resource$path), show_col_types = FALSE)
  if (nrow(readr::problems(rows))) stop(resource$name, " has cells that readr cannot read")
  nrow(rows)
}
counts <- lapply(resources, count)
names(counts) <- vapply(resources, function(resource) resource$name, "")
cat(jsonlite::toJSON(counts, auto_unbox = TRUE))
