// EventFiles
