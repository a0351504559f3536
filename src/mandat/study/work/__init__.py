"""The runs of a study: what each is, who does them (this process, all cores, a Dask cluster), and what is kept of them."""
