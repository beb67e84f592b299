@echo off
rem Runs Maven 3.8.6 or later: from MAVEN_HOME, the PATH, or %USERPROFILE%\.m2\wrapper\dists.
rem The version is checked by the build itself. Nothing is downloaded.
setlocal
set "MAVEN_PROJECTBASEDIR=%~dp0."

if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" (
  call "%MAVEN_HOME%\bin\mvn.cmd" %*
  exit /b %ERRORLEVEL%
)
where mvn.cmd >nul 2>nul
if not errorlevel 1 (
  call mvn.cmd %*
  exit /b %ERRORLEVEL%
)
for /d %%a in ("%USERPROFILE%\.m2\wrapper\dists\*") do for /d %%b in ("%%a\*") do (
  if exist "%%b\bin\mvn.cmd" set "FOUND=%%b\bin\mvn.cmd"
  for /d %%c in ("%%b\*") do if exist "%%c\bin\mvn.cmd" set "FOUND=%%c\bin\mvn.cmd"
)
if defined FOUND (
  call "%FOUND%" %*
  exit /b %ERRORLEVEL%
)
echo mvnw: no Maven in MAVEN_HOME, on the PATH or under %USERPROFILE%\.m2\wrapper\dists. 1>&2
echo mvnw: install Maven 3.8.6 or later and set MAVEN_HOME to its folder. 1>&2
exit /b 1
