-- Reads "FORMAT LENGTH\n" and LENGTH bytes of text from standard input, again and again, with the pure reader.
-- Answers "\0ok LENGTH\n" and LENGTH bytes of pandoc's JSON, or "\0error LENGTH\n" and a message.
-- Pandoc's warnings come before the answer, as lines on standard error.
while true do
  local head = io.read("l")
  if head == nil then break end
  local format, length = head:match("^(%S+) (%d+)$")
  local text = length == "0" and "" or io.read(tonumber(length))  -- io.read(0) would wait for more
  local ok, result = pcall(pandoc.read, text, format, nil, {})
  if ok then result = pandoc.write(result, "json") else result = tostring(result) end
  io.write("\0", ok and "ok " or "error ", #result, "\n", result)
  io.stdout:flush()
end
